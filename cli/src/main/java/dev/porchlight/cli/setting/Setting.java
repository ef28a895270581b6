package dev.porchlight.cli.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an option that a variable and the settings file may give, too. Their names follow from the option's:
 * {@code --admin-token}, {@code PORCHLIGHT_ADMIN_TOKEN}, {@code admin-token}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Setting {

    /** Shown in place of a default that depends on the machine. */
    String shownDefault() default "";
}
