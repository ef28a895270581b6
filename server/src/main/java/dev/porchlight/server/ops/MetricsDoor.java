package dev.porchlight.server.ops;

import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Reply;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code /metrics}, in the text format of Prometheus. */
public final class MetricsDoor {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry metrics;

    public MetricsDoor(PrometheusMeterRegistry metrics) {
        this.metrics = metrics;
    }

    public CompletionStage<Reply> get(Call call) {
        Buffer text = Buffer.buffer(metrics.scrape());
        return CompletableFuture.completedStage(new Reply(200, text, TEXT, Map.of(), null));
    }
}
