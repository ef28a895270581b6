package dev.porchlight.wire;

import java.util.List;

/**
 * The answers to a query, in the order asked.
 *
 * @param unknown those asked for that the account does not have
 */
public record QueryReply(
        @Required List<StatusReply> users, @Required List<String> unknown) {}
