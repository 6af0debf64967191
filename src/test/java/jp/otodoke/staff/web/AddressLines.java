package jp.otodoke.staff.web;

import java.util.List;
import java.util.Objects;
import jp.otodoke.platform.pages.PageContribution;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Shows the lines of {@link PathPermissions} to tests of the module. */
public final class AddressLines {
    public record Line(String path, String read, String change) {}

    private AddressLines() {}

    public static List<Line> all() {
        return new PathPermissions(contributions())
                .rules().stream()
                        .map(rule -> new Line(
                                rule.path().isEmpty() ? "anything else" : rule.path(),
                                rule.toRead().name(),
                                rule.toChange().name()))
                        .toList();
    }

    /** Those of all modules, as the application itself finds them. */
    private static List<PageContribution> contributions() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(PageContribution.class));
        return scanner.findCandidateComponents("jp.otodoke").stream()
                .map(found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null))
                .map(BeanUtils::instantiateClass)
                .map(PageContribution.class::cast)
                .toList();
    }
}
