package jp.otodoke.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.staff.AuditTrail;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.CustomersConcerned;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Records every change by a person or program in the audit trail: what a use case does not record itself, more
 * precisely, is recorded here by its path. A page has changed something if it redirects without a refusal; a form
 * that is shown again, or a requested fragment, has not.
 */
@Component
class RequestAudit implements HandlerInterceptor, WebMvcConfigurer {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Areas with entries of their own. */
    private final Set<String> areas;

    private final List<PathPattern> unaudited;

    private final AuditTrail audit;
    private final CurrentStaff staff;
    private final ObjectProvider<CustomersConcerned> owners;

    RequestAudit(
            PathPermissions permissions,
            List<PageContribution> contributions,
            @Lazy AuditTrail audit,
            @Lazy CurrentStaff staff,
            ObjectProvider<CustomersConcerned> owners) {
        this.areas = permissions.areas();
        this.unaudited = contributions.stream()
                .flatMap(module -> module.unaudited().stream())
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
        this.audit = audit;
        this.staff = staff;
        this.owners = owners;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception fault) {
        if (handler instanceof HandlerMethod
                && fault == null
                && !READING.contains(request.getMethod())
                && audited(request.getRequestURI())
                && !staff.name().equals(CurrentStaff.SYSTEM)
                && !AuditTrail.recordedIn(request::getAttribute)
                && hasChanged(request, response)) {
            record(request, response);
        }
    }

    private static boolean hasChanged(HttpServletRequest request, HttpServletResponse response) {
        var status = response.getStatus();
        if (request.getRequestURI().startsWith("/api/")) {
            return status >= 200 && status < 300;
        }
        var flash = RequestContextUtils.getOutputFlashMap(request);
        var refused = flash.containsKey("refused") || flash.containsKey("problems");
        return !refused && ((status >= 300 && status < 400) || response.containsHeader("HX-Redirect"));
    }

    private void record(HttpServletRequest request, HttpServletResponse response) {
        var path = path(request);
        var area = path.get(0);
        var number = number(request, response);
        var customer = owners.stream()
                .filter(o -> o.areas().contains(area))
                .flatMap(o -> o.customerOf(number).stream())
                .findFirst();
        var what = Stream.of(customer.isPresent() ? number : "", act(path, number), decision(request))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        audit.record(
                "changed-" + (areas.contains(area) ? area : "other"),
                customer.map(CustomerNumber::value).orElse(number),
                what);
    }

    boolean audited(String path) {
        var parsed = PathContainer.parsePath(path);
        return unaudited.stream().noneMatch(pattern -> pattern.matches(parsed));
    }

    /** Such as {@code orders, A00000001, cancel}. */
    private static List<String> path(HttpServletRequest request) {
        var parts = request.getRequestURI().replaceFirst("^/api/v1/", "/").substring(1);
        return Arrays.asList(parts.split("/"));
    }

    /** The number of what was changed, or of what was created. */
    private static String number(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && !variables.isEmpty()) {
            return String.valueOf(variables.values().iterator().next());
        }
        var onward = Objects.requireNonNullElse(response.getHeader("Location"), "")
                .replaceFirst("[?#;].*", "")
                .replaceFirst(".*/", "");
        return onward.matches("[A-Z0-9][A-Za-z0-9-]*\\d") ? onward : "";
    }

    private static String act(List<String> path, String number) {
        return path.stream().skip(1).filter(part -> !part.equals(number)).collect(Collectors.joining("/"));
    }

    private static String decision(HttpServletRequest request) {
        var decision = request.getParameter("decision");
        return decision == null || !decision.matches("[A-Z_]{1,40}") ? "" : decision;
    }
}
