package dev.porchlight.server;

/**
 * Where changes are sent.
 *
 * @param privateTargets whether http, private and loopback addresses may be subscribed: off keeps requests out of the
 *     operator's own network (docs/zoom-wire.md, Webhooks)
 */
public record WebhookSettings(boolean privateTargets) {
    public static final WebhookSettings DEFAULTS = new WebhookSettings(false);

    public WebhookSettings withPrivateTargets(boolean allowed) {
        return new WebhookSettings(allowed);
    }
}
