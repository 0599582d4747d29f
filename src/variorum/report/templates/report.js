// Opens what a link points at, and lets a reader choose two articles. The page works without it.
(function () {
  "use strict";
  function open(id) {
    var target = id && document.getElementById(id);
    if (!target) return;
    for (var element = target; element; element = element.parentElement) {
      if (element.tagName === "DETAILS") element.open = true;
    }
    target.scrollIntoView();
  }
  function follow() { open(decodeURIComponent(location.hash.slice(1))); }
  window.addEventListener("hashchange", follow);
  follow();
  var pick = document.getElementById("pick");
  if (pick) {
    pick.closest(".pick").hidden = false;
    pick.addEventListener("change", function () { if (pick.value) location.hash = pick.value; });
  }
}());
