// Opens what a link points at, and lights words that stand in several pieces. All can be read without it.
(function () {
  "use strict";
  function light(id) {
    document.querySelectorAll(".lit").forEach(function (one) { one.classList.remove("lit"); });
    document.querySelectorAll("[data-in]").forEach(function (one) {
      if (one.dataset.in.split(" ").indexOf(id) >= 0) one.classList.add("lit");
    });
  }
  function follow() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    if (!target) return;
    for (var element = target; element; element = element.parentElement) {
      if (element.tagName === "DETAILS") element.open = true;
    }
    light(id);
    target.scrollIntoView({block: /^w\d/.test(id) ? "center" : "start"});
  }
  window.addEventListener("hashchange", follow);
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest('a[href^="#"]');
    if (link && link.getAttribute("href") === location.hash) follow();
  });
  follow();
}());
