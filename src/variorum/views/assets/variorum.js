// What a reader with a keyboard and a clock expects. Every page works without it.
(function () {
  "use strict";
  var months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  function two(number) { return (number < 10 ? "0" : "") + number; }
  function tellByTheReadersClock(time) {
    var at = new Date(time.dateTime);
    if (isNaN(at)) { return; }
    time.title = time.textContent;
    time.textContent = at.getDate() + " " + months[at.getMonth()] + " " + at.getFullYear() + ", " +
      [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(":");
  }
  document.querySelectorAll("time.when").forEach(tellByTheReadersClock);
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      var find = document.getElementById("find");
      if (find) { event.preventDefault(); find.focus(); }
    }
  });
}());
