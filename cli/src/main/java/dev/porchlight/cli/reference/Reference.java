package dev.porchlight.cli.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.porchlight.cli.command.JsonOption;
import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.Output;
import dev.porchlight.cli.terminal.Progress;
import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.reference.collection.Collection;
import dev.porchlight.reference.collection.Flaw;
import dev.porchlight.reference.site.SiteFolder;
import dev.porchlight.reference.site.SiteWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code porchlight reference}: pages with samples, made from Postman collections. Needs no server. */
@Command(
        name = "reference",
        description = "Make reference pages, with samples in many languages, from Postman collections.",
        footer = {
            "  porchlight reference build zoom.postman_collection.json --out site",
            "  porchlight reference show zoom.postman_collection.json \"Users/Get a user\" --language python",
            "  porchlight reference check zoom.postman_collection.json"
        })
public final class Reference {
    private final Surroundings surroundings;
    private final Files files;

    public Reference(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.files = new Files(surroundings);
    }

    @Command(
            description = {
                "Write a site that a browser shows from disk, without a network.",
                "An item that cannot be shown gets a page that says why, and the exit status is 1."
            },
            footer = {
                "  porchlight reference build api.postman_collection.json --out site",
                "  porchlight reference build a.json b.json --out site --languages curl,python,go",
                "  porchlight reference build a.json --out site --env staging.postman_environment.json"
            })
    int build(
            @Parameters(paramLabel = "COLLECTION", arity = "1..*", description = "Files of Postman collections.")
                    List<String> collections,
            @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder to write to.")
                    String out,
            @Option(
                            names = "--languages",
                            paramLabel = "LANGUAGE",
                            split = ",",
                            description = "The languages, in the order of their tabs; all without it.")
                    @Nullable
                    List<String> languages,
            @Mixin VariableOptions variables) {
        Path folder = surroundings.folder().resolve(out).normalize();
        SiteWriter writer = new SiteWriter(variables.settings(files, languages), new SiteFolder(folder));
        boolean whole = true;
        for (String collection : collections) {
            whole &= write(writer, collection, folder);
        }
        if (writer.items() == 0 && !whole) {
            return Failure.FAILED;
        }
        writer.finish();
        surroundings
                .out()
                .printf(
                        Locale.ROOT,
                        "Wrote %,d pages of %,d items. Open %s%n",
                        writer.pages(),
                        writer.items(),
                        folder.resolve("index.html"));
        return whole ? 0 : Failure.FAILED;
    }

    /** Answers whether all of it could be shown. One that cannot be read stops no other. */
    private boolean write(SiteWriter writer, String file, Path folder) {
        try (Progress progress = new Progress(surroundings, "Writing " + file)) {
            Collection collection = files.collection(file);
            int all = collection.items().size();
            List<Flaw> flaws = writer.add(collection, done -> progress.at(done, all, "items"));
            flaws.forEach(flaw -> surroundings.err().println(file + ": " + flaw));
            return flaws.isEmpty();
        } catch (UncheckedIOException e) {
            throw new Failure(
                    "Cannot write to " + folder + ": " + e.getCause() + ".", "Is there room, and may you write there?");
        } catch (Failure e) {
            surroundings.err().println(e.what());
            if (!e.next().isEmpty()) {
                surroundings.err().println(e.next());
            }
            return false;
        }
    }

    @Command(
            description = {
                "Print an item's sample, its curl command, the request, the item and its saved responses.",
                "Without ITEM, list the items."
            },
            footer = {
                "  porchlight reference show api.postman_collection.json \"Users/Get a user\"",
                "  porchlight reference show api.postman_collection.json \"Get a user\" --language go --part sample",
                "  porchlight reference show zoom.json \"Update a user's presence status\" --quirks chilkat"
            })
    int show(
            @Parameters(paramLabel = "COLLECTION", description = "The file of a Postman collection.") String collection,
            @Parameters(
                            paramLabel = "ITEM",
                            arity = "0..1",
                            description = "The item: its folders and its name, or only its name.")
                    @Nullable
                    String item,
            @Option(
                            names = "--language",
                            paramLabel = "LANGUAGE",
                            defaultValue = "csharp",
                            description = "The language of the sample. Default: csharp.")
                    String language,
            @Option(
                            names = "--part",
                            paramLabel = "PART",
                            description = "Only one part: sample, curl, request, json or responses.")
                    @Nullable
                    String part,
            @Mixin VariableOptions variables) {
        Collection read = files.collection(collection);
        Shown shown = new Shown(read, variables.settings(files, List.of(language)));
        surroundings.out().print(item == null ? shown.items() : shown.item(item, part));
        return 0;
    }

    @Command(
            description = {
                "List what is odd in a collection, a line each: the path in the JSON, what is there, what was expected.",
                "The exit status is 1 when an item cannot be shown."
            },
            footer = {"  porchlight reference check api.postman_collection.json"})
    int check(
            @Parameters(paramLabel = "COLLECTION", description = "The file of a Postman collection.") String collection,
            @Option(names = "--json", description = JsonOption.HELP) boolean json,
            @Mixin VariableOptions variables) {
        Collection read = files.collection(collection);
        List<Flaw> broken =
                new SiteWriter(variables.settings(files, List.of("curl")), (address, page) -> {}).add(read, done -> {});
        Set<Flaw> all = new LinkedHashSet<>(read.flaws());
        all.addAll(broken);
        if (json) {
            surroundings.out().println(Output.pretty(list(all)));
            return broken.isEmpty() ? 0 : Failure.FAILED;
        }
        all.forEach(flaw -> surroundings.out().println(flaw));
        surroundings
                .err()
                .println(
                        all.isEmpty()
                                ? "Nothing is odd."
                                : all.size() + " odd, " + broken.size() + " of them keep an item from being shown.");
        return broken.isEmpty() ? 0 : Failure.FAILED;
    }

    private static ArrayNode list(Set<Flaw> flaws) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        flaws.forEach(flaw -> list.addObject()
                .put("path", flaw.path())
                .put("found", flaw.found())
                .put("expected", flaw.expected()));
        return list;
    }
}
