package dev.porchlight.server;

import dev.porchlight.server.board.BoardDoor;
import dev.porchlight.server.document.DocumentsDoor;
import dev.porchlight.server.oauth.OAuthDoor;
import dev.porchlight.server.ops.HealthDoor;
import dev.porchlight.server.ops.MetricsDoor;
import dev.porchlight.server.ops.OperatorDoor;
import dev.porchlight.server.reference.ReferenceDoor;
import dev.porchlight.server.v1.AccountsDoor;
import dev.porchlight.server.v1.AppsDoor;
import dev.porchlight.server.v1.ClaimsDoor;
import dev.porchlight.server.v1.DeclarationDoor;
import dev.porchlight.server.v1.HistoryDoor;
import dev.porchlight.server.v1.PresenceDoor;
import dev.porchlight.server.v1.SessionsDoor;
import dev.porchlight.server.v1.TokensDoor;
import dev.porchlight.server.v1.WebhooksDoor;
import dev.porchlight.server.watch.WatchDoor;
import dev.porchlight.server.zoom.ContactsDoor;
import dev.porchlight.server.zoom.EventSubscriptionsDoor;
import dev.porchlight.server.zoom.PresenceStatusDoor;
import dev.porchlight.server.zoom.UsersDoor;

/** Everything that answers requests. */
record Doors(
        PresenceStatusDoor presenceStatus,
        UsersDoor users,
        ContactsDoor contacts,
        OAuthDoor oauth,
        SessionsDoor sessions,
        ClaimsDoor claims,
        DeclarationDoor declaration,
        PresenceDoor presence,
        HistoryDoor history,
        WatchDoor watch,
        AppsDoor apps,
        TokensDoor tokens,
        AccountsDoor accounts,
        EventSubscriptionsDoor eventSubscriptions,
        WebhooksDoor webhooks,
        OperatorDoor operator,
        HealthDoor health,
        MetricsDoor metrics,
        DocumentsDoor documents,
        BoardDoor board,
        ReferenceDoor reference) {}
