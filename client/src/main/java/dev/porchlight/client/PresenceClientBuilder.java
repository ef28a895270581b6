package dev.porchlight.client;

import dev.porchlight.client.http.AccessTokens;
import dev.porchlight.client.http.Caller;
import dev.porchlight.client.http.Exchange;
import dev.porchlight.client.http.Retries;
import dev.porchlight.client.oauth.ClientCredentials;
import dev.porchlight.client.oauth.RenewedTokens;
import dev.porchlight.client.oauth.TokenEndpoint;
import dev.porchlight.client.time.Backoff;
import dev.porchlight.client.time.Time;
import dev.porchlight.client.update.BodyFormat;
import dev.porchlight.client.update.Lanes;
import dev.porchlight.client.watch.Door;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What a {@link PresenceClient} is made of. Only the tokens must be given. */
public final class PresenceClientBuilder {
    private static final URI ZOOM_TOKENS = URI.create("https://zoom.us/oauth/token");

    private final URI base;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable Function<Exchange, AccessTokens> tokens;
    private BodyFormat format = BodyFormat.JSON;
    private Duration connectTimeout = Duration.ofSeconds(5);
    private Duration timeout = Duration.ofSeconds(30);
    private Duration window = Duration.ofMinutes(1);
    private Duration patience = Duration.ofMinutes(2);
    private Time time = Time.ofTheMachine();
    private RandomGenerator random = new SecureRandom();

    PresenceClientBuilder(URI base) {
        String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
        if (!List.of("http", "https").contains(scheme) || base.getHost() == null) {
            throw new IllegalArgumentException(
                    "base: \"" + base + "\" (expected: an address such as http://127.0.0.1:8484)");
        }
        this.base = URI.create(base.toString().replaceFirst("/+(v2/*)?$", ""));
    }

    /** One token for ever. */
    public PresenceClientBuilder token(String token) {
        return tokens(() -> token);
    }

    /** A token from elsewhere, asked for with each request. */
    public PresenceClientBuilder token(Supplier<String> token) {
        return tokens(token::get);
    }

    public PresenceClientBuilder tokens(AccessTokens source) {
        this.tokens = exchange -> source;
        return this;
    }

    /**
     * An app's own tokens, fetched and renewed before they end, from where the API's own are given out.
     *
     * @param account as Zoom wants it for server-to-server apps; null for {@code client_credentials}
     */
    public PresenceClientBuilder serverToServer(ClientCredentials client, @Nullable String account) {
        return serverToServer(client, account, isZoom() ? ZOOM_TOKENS : URI.create(base + "/oauth/token"));
    }

    /** The same from another address. */
    public PresenceClientBuilder serverToServer(ClientCredentials client, @Nullable String account, URI endpoint) {
        this.tokens = exchange -> {
            TokenEndpoint asked = new TokenEndpoint(exchange, endpoint, client, time, timeout);
            return new RenewedTokens(time, null, last -> asked.serverToServer(account));
        };
        return this;
    }

    /** Which account an operator of a Porchlight server acts in. */
    public PresenceClientBuilder account(String account) {
        headers.put("Porchlight-Account", account);
        return this;
    }

    /** How updates are written; JSON unless said otherwise. */
    public PresenceClientBuilder updatesAs(BodyFormat newFormat) {
        this.format = newFormat;
        return this;
    }

    /** How long to wait for a connection; 5 s unless said otherwise. */
    public PresenceClientBuilder connectTimeout(Duration newTimeout) {
        this.connectTimeout = newTimeout;
        return this;
    }

    /** How long a call may take, however often it is tried; 30 s unless said otherwise. */
    public PresenceClientBuilder timeout(Duration newTimeout) {
        this.timeout = newTimeout;
        return this;
    }

    /** How far apart updates of a user must be; a minute unless a Porchlight server has another {@code --update-window}. */
    public PresenceClientBuilder window(Duration newWindow) {
        this.window = newWindow;
        return this;
    }

    /** How long an update may be held before it is refused; 2 minutes unless said otherwise. Zero holds nothing. */
    public PresenceClientBuilder patience(Duration newPatience) {
        this.patience = newPatience;
        return this;
    }

    public PresenceClientBuilder time(Time newTime) {
        this.time = newTime;
        return this;
    }

    /** Must be safe for many threads. */
    public PresenceClientBuilder random(RandomGenerator newRandom) {
        this.random = newRandom;
        return this;
    }

    /**
     * The client, which is to be closed.
     *
     * @throws IllegalStateException where no tokens were given
     */
    public PresenceClient build() {
        if (tokens == null) {
            throw new IllegalStateException("tokens: none (expected: token, tokens or serverToServer)");
        }
        HttpClient http = HttpClient.newBuilder()
                // Over plain TCP the second version begins with an upgrade that older servers choke on.
                .version(base.toString().startsWith("https") ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .build();
        Exchange exchange = new Exchange(http);
        AccessTokens source = tokens.apply(exchange);
        Backoff backoff = new Backoff(random);
        Caller caller = new Caller(exchange, base, source, headers, time, new Retries(backoff), timeout);
        Lanes lanes = new Lanes(caller, format, random, window, patience);
        Door door = new Door(http, base, headers, time, timeout);
        return new PresenceClient(http, caller, lanes, door, source, backoff, isZoom());
    }

    private boolean isZoom() {
        String host = base.getHost().toLowerCase(Locale.ROOT);
        return host.equals("zoom.us") || host.endsWith(".zoom.us");
    }
}
