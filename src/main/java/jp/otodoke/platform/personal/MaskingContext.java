package jp.otodoke.platform.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.expression.BeanResolver;
import org.springframework.expression.ConstructorResolver;
import org.springframework.expression.IndexAccessor;
import org.springframework.expression.MethodResolver;
import org.springframework.expression.OperatorOverloader;
import org.springframework.expression.PropertyAccessor;
import org.springframework.expression.TypeComparator;
import org.springframework.expression.TypeConverter;
import org.springframework.expression.TypeLocator;
import org.springframework.expression.TypedValue;
import org.thymeleaf.expression.IExpressionObjects;
import org.thymeleaf.spring6.expression.IThymeleafEvaluationContext;

/** A template's context that reads properties through the masking. */
final class MaskingContext implements IThymeleafEvaluationContext {
    private final IThymeleafEvaluationContext plain;
    private final List<MethodResolver> methods;
    private final List<PropertyAccessor> properties;

    MaskingContext(IThymeleafEvaluationContext plain, MethodResolver methods, PropertyAccessor properties) {
        this.plain = plain;
        this.methods = List.of(methods);
        var all = new ArrayList<PropertyAccessor>();
        all.add(properties);
        all.addAll(plain.getPropertyAccessors());
        this.properties = List.copyOf(all);
    }

    @Override
    public List<MethodResolver> getMethodResolvers() {
        return methods;
    }

    @Override
    public List<PropertyAccessor> getPropertyAccessors() {
        return properties;
    }

    @Override
    public TypedValue getRootObject() {
        return plain.getRootObject();
    }

    @Override
    public List<IndexAccessor> getIndexAccessors() {
        return plain.getIndexAccessors();
    }

    @Override
    public List<ConstructorResolver> getConstructorResolvers() {
        return plain.getConstructorResolvers();
    }

    @Override
    public @Nullable BeanResolver getBeanResolver() {
        return plain.getBeanResolver();
    }

    @Override
    public TypeLocator getTypeLocator() {
        return plain.getTypeLocator();
    }

    @Override
    public TypeConverter getTypeConverter() {
        return plain.getTypeConverter();
    }

    @Override
    public TypeComparator getTypeComparator() {
        return plain.getTypeComparator();
    }

    @Override
    public OperatorOverloader getOperatorOverloader() {
        return plain.getOperatorOverloader();
    }

    @Override
    public TypedValue assignVariable(String name, Supplier<TypedValue> value) {
        return plain.assignVariable(name, value);
    }

    @Override
    public void setVariable(String name, @Nullable Object value) {
        plain.setVariable(name, value);
    }

    @Override
    public @Nullable Object lookupVariable(String name) {
        return plain.lookupVariable(name);
    }

    @Override
    public boolean isAssignmentEnabled() {
        return plain.isAssignmentEnabled();
    }

    @Override
    public boolean isVariableAccessRestricted() {
        return plain.isVariableAccessRestricted();
    }

    @Override
    public void setVariableAccessRestricted(boolean restricted) {
        plain.setVariableAccessRestricted(restricted);
    }

    @Override
    public IExpressionObjects getExpressionObjects() {
        return plain.getExpressionObjects();
    }

    @Override
    public void setExpressionObjects(IExpressionObjects objects) {
        plain.setExpressionObjects(objects);
    }
}
