package dev.porchlight.bench.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where a server's time went: by method, by package, by the place in Porchlight that asked for it, and by thread. */
final class Profile {
    private static final int LINES = 25;

    private final Map<String, Tally> tallies = new TreeMap<>();
    private Duration pauses = Duration.ZERO;
    private long collections;

    private Profile() {}

    static Profile read(Path file) throws IOException {
        Profile profile = new Profile();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                profile.add(recording.readEvent());
            }
        }
        return profile;
    }

    private void add(RecordedEvent event) {
        String type = event.getEventType().getName();
        if (type.equals("jdk.CPUTimeSample") && event.getStackTrace() != null) {
            sample(
                    event.getStackTrace().getFrames(),
                    event.getThread("eventThread").getJavaName());
        } else if (type.equals("jdk.ObjectAllocationSample")) {
            tally("5 allocated bytes by class")
                    .add(event.getClass("objectClass").getName(), event.getLong("weight"));
            if (event.getStackTrace() != null) {
                tally("6 allocated bytes by place in Porchlight")
                        .add(place(event.getStackTrace().getFrames()), event.getLong("weight"));
            }
        } else if (type.equals("jdk.GarbageCollection")) {
            collections++;
            pauses = pauses.plus(event.getDuration("sumOfPauses"));
        }
    }

    private void sample(List<RecordedFrame> frames, String thread) {
        RecordedFrame top = frames.getFirst();
        tally("1 CPU by method").add(name(top), 1);
        tally("2 CPU by package").add(top.getMethod().getType().getName().replaceFirst("\\.[^.]*$", ""), 1);
        tally("3 CPU by place in Porchlight").add(place(frames), 1);
        tally("4 CPU by thread").add(thread.replaceAll("\\d+", "N"), 1);
    }

    /** The innermost of our own methods on the stack. */
    private static String place(List<RecordedFrame> frames) {
        return frames.stream()
                .map(Profile::name)
                .filter(name -> name.startsWith("dev.porchlight."))
                .findFirst()
                .orElse("(none of ours)");
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private Tally tally(String title) {
        return tallies.computeIfAbsent(title, t -> new Tally());
    }

    String show() {
        return tallies.entrySet().stream()
                        .map(entry -> "\n" + entry.getKey().substring(2) + "\n"
                                + entry.getValue().show())
                        .collect(Collectors.joining())
                + String.format(Locale.ROOT, "%n%d collections, %d ms of pauses%n", collections, pauses.toMillis());
    }

    /** Counts by name. */
    private static final class Tally {
        private final Map<String, Long> counts = new HashMap<>();

        void add(String name, long count) {
            counts.merge(name, count, Long::sum);
        }

        String show() {
            long all = counts.values().stream().mapToLong(Long::longValue).sum();
            return counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .limit(LINES)
                    .map(e -> String.format(Locale.ROOT, "  %5.1f %%  %s%n", e.getValue() * 100.0 / all, e.getKey()))
                    .collect(Collectors.joining());
        }
    }
}
