package dev.porchlight.cli.profile.store;

import dev.porchlight.cli.setting.Nearest;
import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.Surroundings;
import dev.porchlight.client.http.AccessTokens;
import dev.porchlight.client.http.Exchange;
import dev.porchlight.client.oauth.ClientCredentials;
import dev.porchlight.client.oauth.Grant;
import dev.porchlight.client.oauth.RenewedTokens;
import dev.porchlight.client.oauth.TokenEndpoint;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The servers that login has written down. Tokens that are renewed are written down, too. */
public final class Profiles {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration STILL_GOOD = Duration.ofMinutes(1);

    private final ProfileFile file;
    private final InstantSource clock;

    public Profiles(Surroundings surroundings) {
        this.file = new ProfileFile(surroundings);
        this.clock = surroundings.clock();
    }

    /** Where they are kept. */
    public Path path() {
        return file.path();
    }

    public List<Profile> all() {
        return List.copyOf(file.read().values());
    }

    /** The profile, or a failure that says what there is. */
    public Profile named(String name) {
        Map<String, Profile> all = file.read();
        Profile found = all.get(name);
        if (found == null) {
            String near = Nearest.to(name, all.keySet())
                    .map(meant -> "Did you mean " + meant + "?")
                    .orElse("Make one with: porchlight login --profile " + name + " --url URL --client-id ID");
            throw new Failure("There is no profile " + name + " in " + file.path() + ".", near);
        }
        return found;
    }

    public void keep(Profile profile) {
        file.change(all -> all.put(profile.name(), profile));
    }

    /** False if there is none of that name. */
    public boolean remove(String name) {
        boolean[] was = {false};
        file.change(all -> was[0] = all.remove(name) != null);
        return was[0];
    }

    /** The profile's tokens, renewed in time and kept. */
    public AccessTokens tokens(Profile profile) {
        return switch (profile.means()) {
            case Profile.Token token -> token::token;
            case Profile.App app ->
                renewed(profile, last -> endpoint(app.endpoint(), app.client()).serverToServer(app.account()));
            case Profile.Person person ->
                renewed(
                        profile,
                        last -> endpoint(person.endpoint(), person.client()).refresh(refreshToken(last)));
        };
    }

    /** The place where tokens are given out. */
    public TokenEndpoint endpoint(URI address, ClientCredentials client) {
        HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        return new TokenEndpoint(new Exchange(http), address, client, clock, ANSWER);
    }

    /** Asks for a grant. */
    private interface Asking {
        Grant after(@Nullable Grant last);
    }

    private AccessTokens renewed(Profile profile, Asking asking) {
        return new RenewedTokens(clock, profile.grant(), last -> {
            Grant[] renewed = new Grant[1];
            file.change(all -> renewed[0] = again(all, profile, last, asking));
            return renewed[0];
        });
    }

    /** A refresh token is good once: what another command has renewed meanwhile is taken as it is. */
    private Grant again(Map<String, Profile> all, Profile profile, @Nullable Grant last, Asking asking) {
        Profile kept = all.getOrDefault(profile.name(), profile);
        Grant theirs = kept.grant();
        boolean newer = theirs != null && (last == null || !theirs.accessToken().equals(last.accessToken()));
        if (theirs != null && newer && lasts(theirs)) {
            return theirs;
        }
        Grant grant = asking.after(theirs == null ? last : theirs);
        all.put(profile.name(), kept.with(grant));
        return grant;
    }

    private boolean lasts(Grant grant) {
        Instant end = grant.expiresAt();
        return end == null || clock.instant().plus(STILL_GOOD).isBefore(end);
    }

    private static String refreshToken(@Nullable Grant last) {
        if (last == null || last.refreshToken() == null) {
            throw new Failure("The sign-in is over.", "Sign in again with: porchlight login --browser");
        }
        return last.refreshToken();
    }
}
