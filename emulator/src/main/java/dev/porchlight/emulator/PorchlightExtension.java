package dev.porchlight.emulator;

import java.util.function.Consumer;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives the tests of JUnit 5.14 and 6 a {@link Porchlight} as a parameter: each test one of its own, as new, also where tests
 * run side by side. Where a constructor or a {@code @BeforeAll} method takes one, all tests of the class share that one, which
 * is reset before each.
 *
 * <p>{@code @ExtendWith(PorchlightExtension.class)}, or, with people in it:
 * {@code @RegisterExtension static final PorchlightExtension PORCHLIGHT = PorchlightExtension.with(world ->
 * world.signedIn("ada"));}
 */
public final class PorchlightExtension implements ParameterResolver, BeforeEachCallback {
    private static final Namespace SPACE = Namespace.create(PorchlightExtension.class);

    private final World world = new World();

    /** With nobody in it. */
    public PorchlightExtension() {
        this(world -> {});
    }

    private PorchlightExtension(Consumer<World> world) {
        world.accept(this.world);
    }

    /** With what the world says, at the start of each test. */
    public static PorchlightExtension with(Consumer<World> world) {
        return new PorchlightExtension(world);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Porchlight.class;
    }

    @Override
    public Porchlight resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store store = context.getStore(SPACE);
        Lent known = store.get(this, Lent.class);
        if (known == null) {
            known = Shelf.of(context, world).lend(world);
            // Given back when the test, or the class, that asked for it ends.
            store.put(this, known);
        }
        return known.porchlight();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Lent shared = context.getStore(SPACE).get(this, Lent.class);
        if (shared != null && !shared.isNew()) {
            shared.porchlight().reset();
        }
    }
}
