package dev.porchlight.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures memory. */
@Command(
        name = "memory",
        description = "Resident memory with many users, before and after load.",
        mixinStandardHelpOptions = true)
final class MemoryCommand implements Callable<Integer> {
    @Mixin
    final Setup setup = new Setup();

    @Mixin
    final ManyUsers many = new ManyUsers();

    @Override
    public Integer call() throws Exception {
        return setup.run(site -> setup.memory(site).run(many.make(site)));
    }
}
