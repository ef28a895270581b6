package dev.porchlight.wire;

import java.util.List;

/**
 * The reply to GET /v2/users.
 *
 * @param nextPageToken empty on the last page
 */
public record UserPageReply(int pageSize, String nextPageToken, List<UserReply> users) {}
