package io.ghirbal.ingest.source;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The address of a page in one spelling, to tell whether two addresses are those of one page: without scheme, without what tells the pages
 * for telephones from the others, without a fragment, a last slash and the parameters that only tell who followed a link.
 */
public final class PageAddress {
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]*:)?//[^/?#]+([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.DOTALL);

    private static final Pattern TRACKING =
            Pattern.compile("(?i)(utm_[a-z_]+|fbclid|gclid|ocid|at_[a-z_]+|ref|amp|output|outputType)(=.*)?");

    private static final Pattern AMP_PATH = Pattern.compile("(?i)(^/amp(?=/)|/amp/?$)");

    private PageAddress() {}

    /** The address in one spelling; null for none, for what is no address, and for the address of a whole site. */
    public static @Nullable String of(@Nullable String address) {
        if (address == null) {
            return null;
        }
        Matcher matcher = ADDRESS.matcher(address.strip());
        String host = OutletHost.of(address);
        if (host == null || !matcher.matches()) {
            return null;
        }
        String path = AMP_PATH.matcher(matcher.group(1)).replaceFirst("");
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        String query = matcher.group(2) == null ? "" : query(matcher.group(2).substring(1));
        return path.isEmpty() && query.isEmpty() ? null : host + path + query;
    }

    private static String query(String parameters) {
        String kept = Arrays.stream(parameters.split("&", -1))
                .filter(parameter ->
                        !parameter.isEmpty() && !TRACKING.matcher(parameter).matches())
                .sorted()
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }
}
