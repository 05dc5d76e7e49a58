"""What runs both in the build and in the browser: pure, standard library only, data in and data out."""
