package dev.porchlight.reference.sample;

import dev.porchlight.reference.collection.Item;
import dev.porchlight.reference.collection.SavedResponse;
import dev.porchlight.reference.request.Body;
import dev.porchlight.reference.request.Part;
import dev.porchlight.reference.request.ResolvedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The page that Porchlight began with, mistakes and all: the values of a multipart form pile up, each after those before it,
 * and a 204 whose saved body is an object is read as JSON. For comparing, not for use.
 */
public final class Quirks {
    private static final Language CURL = new Language(
            "curl-chilkat",
            "curl",
            "",
            "sample.sh",
            Tables.SHELL,
            Forms.ANY_PARTS,
            Forms.ANY_FIELDS,
            Language.Traits.NONE);

    private Quirks() {}

    /** The C# of the page, which has no indentation. */
    public static String csharp(Samples samples, Item item, ResolvedRequest request) {
        return samples.print(piledUp(request), Languages.CHILKAT, answer(item))
                .lines()
                .map(line -> line.strip() + "\n")
                .collect(Collectors.joining());
    }

    /** The curl command of the page, which no shell takes as it is. */
    public static String curl(Samples samples, Item item, ResolvedRequest request) {
        return samples.print(piledUp(request), CURL, answer(item));
    }

    private static ResolvedRequest piledUp(ResolvedRequest request) {
        return request.body() instanceof Body.Multipart form
                ? request.withBody(new Body.Multipart(piledUp(form.parts())))
                : request;
    }

    private static List<Part> piledUp(List<Part> parts) {
        StringBuilder pile = new StringBuilder();
        List<Part> piled = new ArrayList<>();
        for (Part part : parts) {
            piled.add(
                    part instanceof Part.Text text
                            ? new Part.Text(
                                    text.name(), pile.append(text.value()).toString(), text.contentType())
                            : part);
        }
        return piled;
    }

    private static Sample.Answer answer(Item item) {
        Optional<SavedResponse> first =
                item.responses().stream().filter(SavedResponse::isSuccess).findFirst();
        boolean object =
                first.filter(response -> response.body().startsWith("{")).isPresent();
        return object ? Sample.Answer.JSON : Samples.answer(item);
    }
}
