"""Veilig in de wijk: decision aids from YAML to a sealed page. Layers: cli -> site -> compiler -> runtime."""
