package io.ghirbal.ingest.source;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The outlet that an address belongs to: its host in small letters, without what tells the pages for telephones and the like from the
 * others ({@code www.}, {@code m.}, {@code mobile.}, {@code amp.}).
 */
final class OutletHost {
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]*:)?//(?:[^/?#@]*@)?([^/?#:@]+)(.*)", Pattern.DOTALL);

    private static final Pattern PREFIX = Pattern.compile("(?:(?:www[0-9]?|m|mobile|amp)\\.)+(?=[^.]+\\.)");

    private static final Pattern HOST = Pattern.compile("(?i)[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+\\.?");

    private OutletHost() {}

    /** Whether {@code value} is an address: it has a scheme and a host, or begins with {@code www.}. */
    static boolean isAddress(String value) {
        return ADDRESS.matcher(value).matches()
                || (value.regionMatches(true, 0, "www.", 0, "www.".length()) && value.indexOf(' ') < 0);
    }

    /** Whether {@code address} is that of a page of a site, not of the site. */
    static boolean hasPath(@Nullable String address) {
        Matcher matcher = ADDRESS.matcher(address == null ? "" : address);
        return matcher.matches() && matcher.group(2).length() > 1;
    }

    /** The outlet of an address, or of a bare host; null when there is none in it, or one too long for a name. */
    static @Nullable String of(@Nullable String address) {
        if (address == null) {
            return null;
        }
        Matcher matcher = ADDRESS.matcher(address.strip());
        String host = matcher.matches() ? matcher.group(1) : beginning(address.strip());
        if (host == null) {
            return null;
        }
        String name = fold(host);
        return TextDecoder.isBlank(name) || name.length() > SourceDocument.MAX_OUTLET_LENGTH ? null : name;
    }

    private static @Nullable String beginning(String address) {
        int end = 0;
        while (end < address.length() && "/?#:".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        String host = address.substring(0, end);
        return HOST.matcher(host).matches() ? host : null;
    }

    private static String fold(String host) {
        String lower = host.toLowerCase(Locale.ROOT).strip();
        String name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        Matcher prefix = PREFIX.matcher(name);
        return prefix.lookingAt() ? name.substring(prefix.end()) : name;
    }
}
