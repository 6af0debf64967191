package jp.otodoke.platform.personal;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.expression.AccessException;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.MethodExecutor;
import org.springframework.expression.MethodResolver;
import org.springframework.expression.PropertyAccessor;
import org.springframework.expression.TypedValue;
import org.springframework.expression.spel.support.ReflectiveMethodResolver;
import org.springframework.util.ReflectionUtils;
import org.thymeleaf.context.IEngineContext;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.dialect.SpringStandardDialect;
import org.thymeleaf.spring6.expression.IThymeleafEvaluationContext;
import org.thymeleaf.spring6.expression.SPELVariableExpressionEvaluator;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

/** Masks everything {@link Personal} that a template reads, so that no page can forget it. */
@Configuration(proxyBeanMethods = false)
class MaskedTemplates {
    private static final String CONTEXT = ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME;

    MaskedTemplates(ISpringTemplateEngine engine, PersonalView view) {
        var templates = (SpringTemplateEngine) engine;
        var dialects = templates.getDialects().stream()
                .filter(dialect -> !(dialect instanceof SpringStandardDialect))
                .toList();
        templates.clearDialects();
        templates.addDialect(new Dialect(new Evaluator(view)));
        dialects.forEach(templates::addDialect);
    }

    /** The usual evaluation context, but for how properties are read. */
    private static final class Dialect extends SpringStandardDialect {
        private final Evaluator evaluator;

        Dialect(Evaluator evaluator) {
            this.evaluator = evaluator;
        }

        @Override
        public IStandardVariableExpressionEvaluator getVariableExpressionEvaluator() {
            return evaluator;
        }
    }

    private record Evaluator(PersonalView view) implements IStandardVariableExpressionEvaluator {
        @Override
        public @Nullable Object evaluate(
                IExpressionContext context,
                IStandardVariableExpression expression,
                StandardExpressionExecutionContext execution) {
            if (context instanceof IEngineContext engine
                    && engine.getVariable(CONTEXT) instanceof IThymeleafEvaluationContext plain
                    && !(plain instanceof MaskingContext)) {
                engine.setVariable(CONTEXT, new MaskingContext(plain, resolver(plain), new Properties(view)));
            }
            return SPELVariableExpressionEvaluator.INSTANCE.evaluate(context, expression, execution);
        }

        private MethodResolver resolver(IThymeleafEvaluationContext plain) {
            return new Resolver(plain.getMethodResolvers(), view);
        }
    }

    /** Extends the usual resolver because only then does SpEL cache what it resolved. */
    private static final class Resolver extends ReflectiveMethodResolver {
        private final List<MethodResolver> usual;
        private final PersonalView view;

        Resolver(List<MethodResolver> usual, PersonalView view) {
            this.usual = usual;
            this.view = view;
        }

        @Override
        public @Nullable MethodExecutor resolve(
                EvaluationContext context, Object target, String name, List<TypeDescriptor> arguments)
                throws AccessException {
            for (var resolver : usual) {
                var executor = resolver.resolve(context, target, name, arguments);
                if (executor != null) {
                    return arguments.isEmpty() ? masking(executor, target, name) : executor;
                }
            }
            return null;
        }

        private MethodExecutor masking(MethodExecutor usual, Object target, String name) {
            return PersonalMethods.find(target.getClass(), name)
                    .<MethodExecutor>map(marked -> (context, on, arguments) -> new TypedValue(view.show(
                            marked.personal(),
                            usual.execute(context, on, arguments).getValue())))
                    .orElse(usual);
        }
    }

    /** {@code person.name} for {@code person.name()}. */
    private record Properties(PersonalView view) implements PropertyAccessor {
        @Override
        public Class<?> @Nullable [] getSpecificTargetClasses() {
            return null;
        }

        @Override
        public boolean canRead(EvaluationContext context, @Nullable Object target, String name) {
            return target != null
                    && PersonalMethods.find(target.getClass(), name).isPresent();
        }

        @Override
        public TypedValue read(EvaluationContext context, @Nullable Object target, String name) {
            var marked = PersonalMethods.find(Objects.requireNonNull(target).getClass(), name)
                    .orElseThrow();
            return new TypedValue(view.show(marked.personal(), ReflectionUtils.invokeMethod(marked.method(), target)));
        }

        @Override
        public boolean canWrite(EvaluationContext context, @Nullable Object target, String name) {
            return false;
        }

        @Override
        public void write(EvaluationContext context, @Nullable Object target, String name, @Nullable Object newValue) {
            throw new UnsupportedOperationException("Templates only read");
        }
    }
}
