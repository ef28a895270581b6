package dev.porchlight.wire;

import java.util.List;

/**
 * The reply to GET /v2/contacts and GET /v2/chat/users/me/contacts.
 *
 * @param nextPageToken empty on the last page
 */
public record ContactPageReply(int pageSize, String nextPageToken, List<ContactReply> contacts) {}
