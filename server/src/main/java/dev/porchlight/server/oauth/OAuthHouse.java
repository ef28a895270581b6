package dev.porchlight.server.oauth;

import dev.porchlight.engine.authority.Authority;
import dev.porchlight.engine.directory.Directory;
import dev.porchlight.server.gate.Attempts;
import dev.porchlight.server.gate.Gate;
import dev.porchlight.server.gate.Secrets;
import dev.porchlight.server.signin.SignInDesk;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The parts of the authorization server put together, and its doors. */
public record OAuthHouse(OAuthDoor tokens, AuthorizeDoor authorize, DeviceDoor device, MetadataDoor metadata) {

    /**
     * How it behaves.
     *
     * @param behindProxy see {@code OAuthSettings}
     * @param plainChallenges see {@code OAuthSettings}
     */
    public record Manners(
            TokenFormat format, Duration signingKeyLifetime, boolean plainChallenges, boolean behindProxy) {}

    /** What it shares with the rest of the server. */
    public record Ground(
            Directory directory,
            Authority authority,
            Gate gate,
            Secrets secrets,
            InstantSource clock,
            Executor blocking) {}

    /**
     * Puts it together.
     *
     * @param address how others reach this server, known once the port is open
     */
    public static OAuthHouse of(
            Ground ground, SignInDesk desk, Attempts attempts, Supplier<String> address, Manners manners) {
        Directory directory = ground.directory();
        Origins origins = new Origins(manners.behindProxy());
        SigningRing ring = new SigningRing(
                ground.authority().signingKeys(),
                ground.secrets(),
                ground.clock(),
                manners.signingKeyLifetime(),
                AccessTokens.LIFETIME,
                ground.blocking());
        AccessTokens tokens = new AccessTokens(ground.secrets(), ground.clock(), address, manners.format(), ring);
        var grants = ground.authority().grants();
        Exchange exchange =
                new Exchange(grants, directory.users(), tokens, ground.gate(), ground.secrets(), ground.clock());
        Codes codes = new Codes(grants, exchange, ground.secrets(), ground.clock());
        Devices devices = new Devices(grants, exchange, ground.secrets(), ground.clock(), address);
        Clients clients = new Clients(directory.apps(), attempts, origins);
        return new OAuthHouse(
                new OAuthDoor(clients, directory.tokens(), grants, tokens, codes, devices, exchange, ground.gate()),
                new AuthorizeDoor(directory.apps(), desk, codes, origins, address, manners.plainChallenges()),
                new DeviceDoor(directory.apps(), desk, devices, attempts, origins),
                new MetadataDoor(address, ring, manners.plainChallenges()));
    }
}
