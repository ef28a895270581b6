package dev.porchlight.testkit.contract;

import dev.porchlight.engine.port.Store;
import org.junit.jupiter.api.Nested;

/**
 * The contracts of all ports at once. A store passes it by a test class of its own that extends this one and says how the
 * store is opened and opened again; no test is left out.
 */
public abstract class StoreContract {

    /** A store over fresh data. Called once for each test. */
    protected abstract Store open();

    /** Closes the store, if it is open, and opens another over the same data. */
    protected abstract Store reopen(Store store);

    @Nested
    class Ledger extends LedgerContract {
        @Override
        protected Store open() {
            return StoreContract.this.open();
        }

        @Override
        protected Store reopen(Store closing) {
            return StoreContract.this.reopen(closing);
        }
    }

    @Nested
    class Feed extends FeedContract {
        @Override
        protected Store open() {
            return StoreContract.this.open();
        }

        @Override
        protected Store reopen(Store closing) {
            return StoreContract.this.reopen(closing);
        }
    }

    @Nested
    class Alarms extends AlarmsContract {
        @Override
        protected Store open() {
            return StoreContract.this.open();
        }

        @Override
        protected Store reopen(Store closing) {
            return StoreContract.this.reopen(closing);
        }
    }

    @Nested
    class Outbox extends OutboxContract {
        @Override
        protected Store open() {
            return StoreContract.this.open();
        }

        @Override
        protected Store reopen(Store closing) {
            return StoreContract.this.reopen(closing);
        }
    }

    @Nested
    class History extends HistoryContract {
        @Override
        protected Store open() {
            return StoreContract.this.open();
        }

        @Override
        protected Store reopen(Store closing) {
            return StoreContract.this.reopen(closing);
        }
    }

    @Nested
    class Accounts extends AccountsContract {
        @Override
        protected Store open() {
            return StoreContract.this.open();
        }

        @Override
        protected Store reopen(Store closing) {
            return StoreContract.this.reopen(closing);
        }
    }

    @Nested
    class Users extends UsersContract {
        @Override
        protected Store open() {
            return StoreContract.this.open();
        }

        @Override
        protected Store reopen(Store closing) {
            return StoreContract.this.reopen(closing);
        }
    }

    @Nested
    class Apps extends AppsContract {
        @Override
        protected Store open() {
            return StoreContract.this.open();
        }

        @Override
        protected Store reopen(Store closing) {
            return StoreContract.this.reopen(closing);
        }
    }

    @Nested
    class Tokens extends TokensContract {
        @Override
        protected Store open() {
            return StoreContract.this.open();
        }

        @Override
        protected Store reopen(Store closing) {
            return StoreContract.this.reopen(closing);
        }
    }

    @Nested
    class Grants extends GrantsContract {
        @Override
        protected Store open() {
            return StoreContract.this.open();
        }

        @Override
        protected Store reopen(Store closing) {
            return StoreContract.this.reopen(closing);
        }
    }

    @Nested
    class Subscriptions extends SubscriptionsContract {
        @Override
        protected Store open() {
            return StoreContract.this.open();
        }

        @Override
        protected Store reopen(Store closing) {
            return StoreContract.this.reopen(closing);
        }
    }

    @Nested
    class Passwords extends PasswordsContract {
        @Override
        protected Store open() {
            return StoreContract.this.open();
        }

        @Override
        protected Store reopen(Store closing) {
            return StoreContract.this.reopen(closing);
        }
    }

    @Nested
    class Deliveries extends DeliveriesContract {
        @Override
        protected Store open() {
            return StoreContract.this.open();
        }

        @Override
        protected Store reopen(Store closing) {
            return StoreContract.this.reopen(closing);
        }
    }

    @Nested
    class SigningKeys extends SigningKeysContract {
        @Override
        protected Store open() {
            return StoreContract.this.open();
        }

        @Override
        protected Store reopen(Store closing) {
            return StoreContract.this.reopen(closing);
        }
    }

    @Nested
    class DeliveryLog extends DeliveryLogContract {
        @Override
        protected Store open() {
            return StoreContract.this.open();
        }

        @Override
        protected Store reopen(Store closing) {
            return StoreContract.this.reopen(closing);
        }
    }

    @Nested
    class Archive extends ArchiveContract {
        @Override
        protected Store open() {
            return StoreContract.this.open();
        }

        @Override
        protected Store reopen(Store closing) {
            return StoreContract.this.reopen(closing);
        }
    }
}
