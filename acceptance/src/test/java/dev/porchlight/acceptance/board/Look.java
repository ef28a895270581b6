package dev.porchlight.acceptance.board;

/** How large a window is, and whether its owner likes it dark. */
public record Look(int width, int height, boolean dark) {
    public static final Look WIDE = new Look(1280, 800, false);
    public static final Look WIDE_DARK = new Look(1280, 800, true);
    public static final Look PHONE = new Look(390, 844, false);
}
