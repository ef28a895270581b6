package dev.porchlight.reference.sample;

import dev.porchlight.reference.collection.Item;
import dev.porchlight.reference.collection.SavedResponse;
import dev.porchlight.reference.request.ResolvedRequest;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Prints requests. Safe for many threads. */
public final class Samples {
    private static final String TEMPLATES = "dev.porchlight.reference.sample.template";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Plain, null, TEMPLATES);

    /** The sample, ending with a line end. */
    public String print(Item item, ResolvedRequest request, Language language) {
        return print(request, language, answer(item));
    }

    String print(ResolvedRequest request, Language language, Sample.Answer answer) {
        StringOutput output = new StringOutput();
        engine.render(language.id() + ".jte", new Sample(request, language, answer), output);
        return output.toString().strip() + "\n";
    }

    /** By the first saved response that is a success. */
    static Sample.Answer answer(Item item) {
        return item.responses().stream()
                .filter(SavedResponse::isSuccess)
                .findFirst()
                .map(Samples::answer)
                .orElse(Sample.Answer.ANY);
    }

    private static Sample.Answer answer(SavedResponse response) {
        if (response.code() == 204) {
            return Sample.Answer.NO_CONTENT;
        }
        return response.body().stripLeading().startsWith("{") ? Sample.Answer.JSON : Sample.Answer.ANY;
    }
}
