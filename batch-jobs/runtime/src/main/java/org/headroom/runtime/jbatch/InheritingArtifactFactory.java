package org.headroom.runtime.jbatch;

import com.ibm.jbatch.container.artifact.proxy.InjectionReferences;
import com.ibm.jbatch.container.artifact.proxy.ProxyFactory;
import com.ibm.jbatch.container.services.impl.DelegatingBatchArtifactFactoryImpl;
import com.ibm.jbatch.container.services.impl.WeldSEBatchArtifactFactoryImpl;
import com.ibm.jbatch.container.util.DependencyInjectionUtility;
import com.ibm.jbatch.spi.services.IBatchArtifactFactory;
import com.ibm.jbatch.spi.services.IBatchConfig;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Makes artifacts from their class names, as jbatch does without CDI, and injects inherited fields as well: jbatch by itself looks
 * at the fields of the artifact's own class only, where runtimes with CDI inject those of its parents too.
 *
 * <p>Where somebody has put a CDI container on the class path, artifacts that are beans come from it, as the specification of Jakarta
 * Batch asks for. Headroom brings none: it has no use for it, and a container takes its time to start.
 *
 * <p>Public with a constructor without arguments because jbatch makes it by name.
 */
public final class InheritingArtifactFactory extends DelegatingBatchArtifactFactoryImpl {
    private static final String CDI_PROVIDERS = "META-INF/services/jakarta.enterprise.inject.se.SeContainerInitializer";

    private @Nullable IBatchArtifactFactory beans;

    @Override
    public void init(IBatchConfig config) {
        super.init(config);
        if (InheritingArtifactFactory.class.getClassLoader().getResource(CDI_PROVIDERS) != null) {
            // Works with any provider, despite its name.
            beans = new WeldSEBatchArtifactFactoryImpl();
            beans.init(config);
        }
    }

    @Override
    public Object load(String id) {
        Object bean = beans == null ? null : beans.load(id);
        if (bean != null) {
            return bean;
        }
        Object artifact = super.load(id);
        InjectionReferences given = ProxyFactory.getInjectionReferences();
        for (Class<?> parent = artifact.getClass().getSuperclass(); parent != null; parent = parent.getSuperclass()) {
            for (Field field : parent.getDeclaredFields()) {
                if (field.isAnnotationPresent(Inject.class)) {
                    inject(artifact, field, given);
                }
            }
        }
        return artifact;
    }

    private static void inject(Object artifact, Field field, InjectionReferences given) {
        Object value = value(field, given);
        if (value == null) {
            return;
        }
        try {
            field.setAccessible(true);
            field.set(artifact, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " cannot be injected", e);
        }
    }

    /** What belongs into a field; null leaves it as its class made it. */
    private static @Nullable Object value(Field field, InjectionReferences given) {
        BatchProperty property = field.getAnnotation(BatchProperty.class);
        if (property != null) {
            String name = property.name().isEmpty() ? field.getName() : property.name();
            return DependencyInjectionUtility.getPropertyValue(given.getProps(), name);
        }
        if (JobContext.class.isAssignableFrom(field.getType())) {
            return given.getJobContext();
        }
        return StepContext.class.isAssignableFrom(field.getType()) ? given.getStepContext() : null;
    }
}
