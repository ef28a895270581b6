package dev.porchlight.server.ops;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.Answers;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Reply;
import dev.porchlight.wire.HealthReply;
import dev.porchlight.wire.Json;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code /health/live}: the process answers. {@code /health/ready}: its store answers, too. */
public final class HealthDoor {
    private static final UserKey NOBODY = new UserKey("", "");

    private final Answers answers;

    public HealthDoor(Answers answers) {
        this.answers = answers;
    }

    public CompletionStage<Reply> live(Call call) {
        return CompletableFuture.completedStage(up());
    }

    public CompletionStage<Reply> ready(Call call) {
        return answers.status(NOBODY).thenApply(read -> up());
    }

    private static Reply up() {
        return Reply.json(200, Json.write(new HealthReply("up")));
    }
}
