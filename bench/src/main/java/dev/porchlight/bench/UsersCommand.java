package dev.porchlight.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures what a large folder costs. */
@Command(
        name = "users",
        description = "Durable PUTs with many users, all signed in, against 1,000.",
        mixinStandardHelpOptions = true)
final class UsersCommand implements Callable<Integer> {
    @Mixin
    final Setup setup = new Setup();

    @Mixin
    final ManyUsers many = new ManyUsers();

    @Override
    public Integer call() throws Exception {
        return setup.run(site -> setup.growth(site).run(many.make(site).signInAll()));
    }
}
