// Runs before the page is laid out: what needs the script shows, and the chosen theme holds from the first paint.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  try {
    const theme = localStorage.getItem("newsprint-theme");
    if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  } catch { /* A page from the disk may have no storage. */ }
})();
