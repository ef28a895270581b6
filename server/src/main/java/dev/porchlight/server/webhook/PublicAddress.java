package dev.porchlight.server.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Whether an address is one of the open Internet. Whatever the registries of special addresses (IANA; RFC 6890) keep for
 * another purpose is not, nor is what carries such an address inside. In IPv6 only what is known to be open is.
 */
final class PublicAddress {
    private static final List<Block> SPECIAL_4 = List.of(
            Block.of("00", 8),
            Block.of("0a", 8),
            // Shared by providers, 100.64.0.0/10; a cloud's metadata, too.
            Block.of("6440", 10),
            Block.of("7f", 8),
            Block.of("a9fe", 16),
            Block.of("ac10", 12),
            Block.of("c00000", 24),
            Block.of("c00002", 24),
            Block.of("c05863", 24),
            Block.of("c0a8", 16),
            Block.of("c612", 15),
            Block.of("c63364", 24),
            Block.of("cb0071", 24),
            // A cloud's host, at a public address that every machine of it reaches: 168.63.129.16.
            Block.of("a83f8110", 32),
            // Multicast, reserved and broadcast.
            Block.of("e0", 3));

    private static final Block GLOBAL_6 = Block.of("20", 3);
    private static final List<Block> SPECIAL_6 = List.of(
            // Protocols, Teredo among them, which carries IPv4.
            Block.of("2001", 23),
            Block.of("20010db8", 32),
            // 6to4, which carries IPv4.
            Block.of("2002", 16),
            Block.of("3fff", 20));

    /** Where a network translates to IPv4, 64:ff9b::/96: as open as the address inside. */
    private static final Block TRANSLATED = Block.of("0064ff9b0000000000000000", 96);

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return SPECIAL_4.stream().noneMatch(block -> block.holds(bytes));
        }
        if (TRANSLATED.holds(bytes)) {
            return is(inside(bytes));
        }
        return GLOBAL_6.holds(bytes) && SPECIAL_6.stream().noneMatch(block -> block.holds(bytes));
    }

    private static InetAddress inside(byte[] translated) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(translated, 12, 16));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /** Addresses that begin alike. */
    private static final class Block {
        private final byte[] prefix;
        private final int bits;

        private Block(byte[] prefix, int bits) {
            this.prefix = prefix;
            this.bits = bits;
        }

        /** @param hex at least so many bits, but for zeros that are left out */
        static Block of(String hex, int bits) {
            return new Block(HexFormat.of().parseHex(hex), bits);
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                if (bit(address, bit) != bit(prefix, bit)) {
                    return false;
                }
            }
            return true;
        }

        private static int bit(byte[] bytes, int bit) {
            int octet = bit / 8 < bytes.length ? bytes[bit / 8] : 0;
            return octet >> (7 - bit % 8) & 1;
        }
    }
}
