/**
 * Owns the button "Verlaat deze pagina" on a page of the site (in an aid the aid has its own): hides the page at once
 * and puts the empty page in its place in the history of this tab, so that "back" does not return to it. The history
 * of the browser keeps the visit; the page says so. Without this script the button is a plain link to the same place.
 */

for (const link of document.querySelectorAll("a[data-vw-leave]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.documentElement.hidden = true;
    location.replace(link.getAttribute("href") ?? "about:blank");
  });
}
