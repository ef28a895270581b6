package dev.porchlight.cli.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.porchlight.cli.command.JsonOption;
import dev.porchlight.cli.remote.Remote;
import dev.porchlight.cli.setting.Numbers;
import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.Output;
import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.client.PresenceClient;
import dev.porchlight.client.update.BodyFormat;
import dev.porchlight.client.update.Fate;
import dev.porchlight.client.update.Status;
import dev.porchlight.client.update.StatusUpdate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code status set} is told, and how it does it. */
final class SetStatus {
    /** Longer than a minute, so that one that is just refused has its turn. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    @Parameters(
            paramLabel = "STATUS",
            converter = StatusReader.class,
            completionCandidates = StatusReader.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private Status status = Status.AVAILABLE;

    @Option(
            names = "--duration",
            paramLabel = "MINUTES",
            converter = Numbers.Minutes.class,
            description = "How long Do_Not_Disturb lasts, 1 to 1440 minutes; 20 when not given.")
    private @Nullable Integer duration;

    @Option(
            names = "--user",
            paramLabel = "USER",
            description = "The user's id or e-mail address; oneself (me) when not given.")
    private String user = Asked.ME;

    @Option(names = "--wait", description = "If it is too soon, wait until it is not; at most two minutes and a half.")
    private boolean wait;

    @Option(names = "--multipart", description = "Send a form, as Zoom's own sample does, in place of JSON.")
    private boolean multipart;

    @Option(names = "--json", description = JsonOption.HELP)
    private boolean json;

    @Option(names = "--verbose", description = Statuses.VERBOSE)
    private boolean verbose;

    void at(Remote server, Surroundings surroundings) {
        try (PresenceClient client = server.presence()
                .patience(wait ? PATIENCE : Duration.ZERO)
                .updatesAs(multipart ? BodyFormat.MULTIPART : BodyFormat.JSON)
                .build()) {
            Fate fate = client.set(user, new StatusUpdate(status, duration)).join();
            switch (fate) {
                case Fate.Sent sent -> new Output(surroundings, json).done(result(sent), sentence());
                case Fate.Refused refused -> throw complaint().of(purpose(), refused.error());
                case Fate.Unclear unclear ->
                    throw new Failure(
                            complaint().of(purpose(), unclear.error()).what(),
                            json
                                    ? ""
                                    : "It was sent, and may have been carried out: look with: porchlight status get "
                                            + user,
                            Failure.NO_ANSWER);
                case Fate.Replaced replaced ->
                    throw new IllegalStateException("nothing else was sent that could replace it");
            }
        }
    }

    private Complaint complaint() {
        return new Complaint(verbose, json);
    }

    private String purpose() {
        return "set the status of " + user;
    }

    private String sentence() {
        String length = duration == null || status != Status.DO_NOT_DISTURB ? "" : " for " + duration + " minutes";
        return "Set the status of " + user + " to " + status + length + ".";
    }

    private ObjectNode result(Fate.Sent sent) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("user", user);
        result.put("status", status.spelling());
        if (duration != null) {
            result.put("duration", duration);
        }
        return result.put("sent_at", sent.at().toString());
    }
}
