package dev.porchlight.server.names;

/** How {@code GET presence_status} spells a status (docs/zoom-wire.md, Spelling of a status). */
public enum StatusSpelling {
    /** As Zoom answers, such as In_A_Meeting. */
    ZOOM,
    /** As PUT writes it, such as In_A_Zoom_Meeting. */
    DOCUMENTED
}
