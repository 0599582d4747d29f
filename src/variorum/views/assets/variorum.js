// What a reader with a keyboard expects. Every page works without it.
(function () {
  "use strict";
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      var find = document.getElementById("find");
      if (find) { event.preventDefault(); find.focus(); }
    }
  });
}());
