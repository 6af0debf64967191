package jp.otodoke.staff.web;

import static jp.otodoke.staff.Permission.OPERATIONS;
import static jp.otodoke.staff.Permission.VIEW;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import jp.otodoke.staff.Permission;
import org.springframework.stereotype.Component;
import org.springframework.util.AntPathMatcher;
import org.springframework.util.PathMatcher;

/** Which part of the application asks for which permission, the same for pages and API. First match wins. */
@Component
class PathPermissions {
    record Rule(String path, Permission toRead, Permission toChange) {
        static Rule of(PathRule rule) {
            return new Rule(rule.path(), Permission.valueOf(rule.toRead()), Permission.valueOf(rule.toChange()));
        }
    }

    /** Paths without a rule are readable; changes require the operations permission. */
    private static final Rule ANY = new Rule("", VIEW, OPERATIONS);

    /** What belongs to whoever is signed in, of whatever role. */
    static final String[] OWN = {
        "/password",
        "/account",
        "/account/**",
        "/second-factor",
        "/second-factor/**",
        "/swagger-ui/**",
        "/swagger-ui.html"
    };

    private static final PathMatcher MATCHER = new AntPathMatcher();

    private final List<Rule> rules;
    private final String[] signedPosts;

    PathPermissions(List<PageContribution> contributions) {
        rules = Stream.concat(
                        contributions.stream()
                                .flatMap(module -> module.paths().stream())
                                .sorted(Comparator.comparing(PathRule::place))
                                .map(Rule::of),
                        Stream.of(ANY))
                .toList();
        signedPosts = contributions.stream()
                .flatMap(module -> module.signedPosts().stream())
                .toArray(String[]::new);
    }

    List<Rule> rules() {
        return rules;
    }

    /** Where whoever posts needs no token; the receiver checks the signature. */
    String[] signedPosts() {
        return signedPosts.clone();
    }

    /** The first parts of all paths. */
    Set<String> areas() {
        return rules.stream()
                .map(Rule::path)
                .filter(path -> !path.isEmpty())
                .map(path -> path.split("/")[0])
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What reading a page asks for. */
    Permission toRead(String path) {
        return rules.stream()
                .filter(rule -> rule.path().isEmpty()
                        || MATCHER.match("/" + rule.path(), path)
                        || MATCHER.match("/" + rule.path() + "/**", path))
                .findFirst()
                .orElseThrow()
                .toRead();
    }
}
