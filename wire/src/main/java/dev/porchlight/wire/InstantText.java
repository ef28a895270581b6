package dev.porchlight.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Instants as ISO 8601 text. Our own, because Jackson's module for java.time costs a start-up several times its use. */
public final class InstantText {
    /** Beyond these an instant no longer fits in the milliseconds that stores and clients count in. */
    private static final Instant MIN = Instant.EPOCH;

    private static final Instant MAX = Instant.parse("9999-12-31T23:59:59.999Z");

    private InstantText() {}

    /** The instant of the text, from 1970 to 9999; empty for any other and for what is none. */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(Instant.parse(text)).filter(at -> !at.isBefore(MIN) && !at.isAfter(MAX));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static SimpleModule module() {
        return new SimpleModule()
                .addSerializer(Instant.class, new Writer())
                .addDeserializer(Instant.class, new Reader());
    }

    private static final class Writer extends StdScalarSerializer<Instant> {
        private static final long serialVersionUID = 1;

        Writer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toString());
        }
    }

    private static final class Reader extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1;

        Reader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = in.getValueAsString("");
            return parse(text)
                    .orElseThrow(() -> context.weirdStringException(text, Instant.class, "not an instant of our time"));
        }
    }
}
