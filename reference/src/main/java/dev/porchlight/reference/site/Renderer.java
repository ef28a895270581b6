package dev.porchlight.reference.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The templates of pages. They escape what they print. */
final class Renderer {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.porchlight.reference.site.template");

    String render(String template, Object view) {
        StringOutput output = new StringOutput(16 * 1024);
        engine.render(template, view, output);
        return output.toString();
    }
}
