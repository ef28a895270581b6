package dev.porchlight.server.rate;

/** How heavy Zoom counts a request: what the account's limit for it depends on, beside the plan. */
public enum Label {
    LIGHT("Light"),
    MEDIUM("Medium"),
    HEAVY("Heavy"),
    RESOURCE_INTENSIVE("Resource-intensive");

    private final String spelling;

    Label(String spelling) {
        this.spelling = spelling;
    }

    /** As {@code X-RateLimit-Category} spells it. */
    public String spelling() {
        return spelling;
    }
}
