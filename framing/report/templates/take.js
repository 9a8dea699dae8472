"use strict";
// What a reader takes away of a figure: as a picture with its small print, as the numbers behind it, as its specification.
{
  /** The specification without links, which would lead nowhere from another folder. */
  const alone = (/** @type {Spec} */ spec) => JSON.parse(JSON.stringify(spec, (key, part) => (key === "href" ? undefined : part)));

  const view = async (/** @type {Spec} */ spec) => (await vegaEmbed(document.createElement("div"), alone(spec), drawing)).view;

  const text = (/** @type {string} */ content, /** @type {string} */ kind) =>
    URL.createObjectURL(new Blob([content], { type: kind + ";charset=utf-8" }));

  /** A cell that no spreadsheet takes for a formula. */
  const cell = (/** @type {string} */ shown) => {
    const plain = shown.replace(/\s+/g, " ").trim();
    const safe = /^[=+\-@]/.test(plain) && !/^[+-][\d.,]+%?$/.test(plain) ? "'" + plain : plain;
    return '"' + safe.replaceAll('"', '""') + '"';
  };

  /** The table under a figure as comma-separated values. */
  const csv = (/** @type {Element} */ figure) =>
    "\ufeff" + [...figure.querySelectorAll("details table tr")]
      .map((row) => [...row.children].map((part) => cell(part.textContent)).join(",") + "\r\n").join("");

  /** @type {{ [form: string]: (figure: Element, spec: Spec) => Promise<string> | string }} */
  const forms = {
    png: async (_, spec) => (await view(spec)).toImageURL("png", 2),
    svg: async (_, spec) => text(await (await view(spec)).toSVG(), "image/svg+xml"),
    csv: (figure) => text(csv(figure), "text/csv"),
    json: (_, spec) => text(JSON.stringify(alone(spec), null, 1), "application/json"),
  };

  for (const button of document.querySelectorAll(".take button"))
    button.addEventListener("click", async () => {
      const figure = button.closest("figure"), name = figure.id.replace("figure-", ""), form = button.dataset.form;
      const link = document.createElement("a");
      link.href = await forms[form](figure, charts[name]);
      link.download = name + "." + form;
      link.click();
      if (link.href.startsWith("blob:")) setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    });
}
