package jp.otodoke.platform.web;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads the paging parameters of a request and refuses values out of range. */
@Configuration(proxyBeanMethods = false)
class PageQueryResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private static final int LAST = 1_000_000;

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageQuery.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var problems = new ArrayList<FieldProblem>();
        int number = number(request, "page", 0, 0, LAST, problems);
        int size = number(request, "size", PageQuery.DEFAULT_SIZE, 1, PageQuery.MAX_SIZE, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new PageQuery(number, size, request.getParameter("sort"));
    }

    private static int number(
            NativeWebRequest request, String name, int otherwise, int min, int max, List<FieldProblem> problems) {
        var text = request.getParameter(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // named as a problem below, like a number outside the range
        }
        problems.add(new FieldProblem(name, "invalid", BilingualText.of("ui.problem.whole-number", min, max)));
        return otherwise;
    }
}
