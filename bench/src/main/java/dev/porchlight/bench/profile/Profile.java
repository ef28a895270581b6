package dev.porchlight.bench.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where a server's time and memory went. */
final class Profile {
    private static final String OURS = "dev.porchlight.";

    private final Map<View, Tally> tallies = new EnumMap<>(View.class);
    private Duration pauses = Duration.ZERO;
    private long collections;

    private Profile() {}

    /** The sides from which it is looked at. */
    private enum View {
        METHOD("CPU by method"),
        PACKAGE("CPU by package"),
        PLACE("CPU by the innermost place in Porchlight"),
        BELOW("CPU in and below the classes of Porchlight"),
        THREAD("CPU by thread"),
        ALLOCATED("allocated bytes by class"),
        ALLOCATING("allocated bytes by the innermost place in Porchlight");

        private final String title;

        View(String title) {
            this.title = title;
        }
    }

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
        } else if (type.equals("jdk.ObjectAllocationSample") && event.getStackTrace() != null) {
            long bytes = event.getLong("weight");
            tally(View.ALLOCATED).add(event.getClass("objectClass").getName(), bytes);
            tally(View.ALLOCATING).add(place(event.getStackTrace().getFrames()), bytes);
        } else if (type.equals("jdk.GarbageCollection")) {
            collections++;
            pauses = pauses.plus(event.getDuration("sumOfPauses"));
        }
    }

    private void sample(List<RecordedFrame> frames, String thread) {
        RecordedFrame top = frames.getFirst();
        tally(View.METHOD).add(name(top), 1);
        tally(View.PACKAGE).add(type(top).replaceFirst("\\.[^.]*$", ""), 1);
        tally(View.PLACE).add(place(frames), 1);
        tally(View.BELOW).add(ours(frames), 1);
        tally(View.THREAD).add(thread.replaceAll("\\d+", "N"), 1);
    }

    /** The innermost of our own methods on the stack. */
    private static String place(List<RecordedFrame> frames) {
        return frames.stream()
                .map(Profile::name)
                .filter(name -> name.startsWith(OURS))
                .findFirst()
                .orElse("(none of ours)");
    }

    /** Our own classes on the stack, lambdas and nested ones counted as theirs. */
    private static List<String> ours(List<RecordedFrame> frames) {
        return frames.stream()
                .map(frame -> type(frame).replaceFirst("\\$.*$", ""))
                .filter(type -> type.startsWith(OURS))
                .distinct()
                .toList();
    }

    private static String name(RecordedFrame frame) {
        return type(frame) + "." + frame.getMethod().getName();
    }

    private static String type(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    private Tally tally(View view) {
        return tallies.computeIfAbsent(view, v -> new Tally());
    }

    String show() {
        return tallies.entrySet().stream()
                        .map(entry -> "\n" + entry.getKey().title + "\n"
                                + entry.getValue().show())
                        .collect(Collectors.joining())
                + String.format(Locale.ROOT, "%n%d collections, %d ms of pauses%n", collections, pauses.toMillis());
    }
}
