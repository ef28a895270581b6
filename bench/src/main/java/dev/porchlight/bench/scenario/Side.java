package dev.porchlight.bench.scenario;

import dev.porchlight.bench.load.Load;
import dev.porchlight.bench.run.Running;

/** One of the servers that are driven in turns, with its load. */
record Side(Running server, Load load) {}
