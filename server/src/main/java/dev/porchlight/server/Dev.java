package dev.porchlight.server;

import dev.porchlight.engine.Due;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.server.dev.DevClock;
import dev.porchlight.server.dev.DevDoor;
import dev.porchlight.server.dev.DevTime;
import dev.porchlight.server.dev.Faults;
import dev.porchlight.server.dev.FaultsDoor;
import dev.porchlight.server.dev.Recorder;
import dev.porchlight.server.http.Journal;
import dev.porchlight.server.http.Mischief;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** What a house has only for whoever tests against it. */
record Dev(DevDoor door, FaultsDoor faultsDoor, Consumer<Journal.Line> reader, Mischief mischief) {

    /**
     * Where it stands.
     *
     * @param reset replaces the house by a new one; empty where that would lose a folder
     */
    record Place(DevClock clock, Optional<Runnable> reset, Executor blocking) {}

    /** @param works what comes due by the clock */
    static Dev of(Place place, List<Due> works, Users users) {
        Recorder recorder = new Recorder(place.clock());
        Faults faults = new Faults();
        DevTime time = new DevTime(place.clock(), works);
        return new Dev(
                new DevDoor(time, recorder, place.reset(), place.blocking()),
                new FaultsDoor(faults, users, Bootstrap.ACCOUNT),
                recorder,
                faults);
    }
}
