package jp.otodoke.platform.start;

import java.util.List;

/**
 * The settings of a module that production can't start without. They are asked for before there are beans, so
 * implementations are named in {@code META-INF/spring.factories}; reported in that order.
 */
public interface RequiredSettings {
    List<RequiredSetting> all();
}
