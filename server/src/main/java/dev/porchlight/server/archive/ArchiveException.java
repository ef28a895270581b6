package dev.porchlight.server.archive;

/** A file is no whole export, or cannot be imported. The message says where and why, for people. */
public final class ArchiveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ArchiveException(String message) {
        super(message);
    }

    static ArchiveException at(long line, String what) {
        return new ArchiveException("Line " + line + ": " + what);
    }
}
