package org.headroom.runtime.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * An engine for each runtime that is open. jbatch keeps what it is and what it does in statics, executions by their numbers among them, which
 * are the same in every repository. So the first runtime has the classes of the program, which are the quickest to load, and one that is
 * opened beside it, or that goes on after its repository was lost, has classes of its own. Safe for several threads.
 */
final class Engines {
    private static final AtomicBoolean IN_USE = new AtomicBoolean();
    private static final ClassLoader PROGRAM = JobEngine.class.getClassLoader();

    private Engines() {}

    /** The engine of the program when nobody has it, or else {@link #fresh}. */
    static JobEngine take() {
        return IN_USE.compareAndSet(false, true) ? load(PROGRAM) : fresh();
    }

    /** An engine that knows of nothing yet. */
    static JobEngine fresh() {
        return load(new OwnClasses());
    }

    /** Gives back an engine that has nothing to do any more; one that lost its repository may hold what is not true, and is not used again. */
    static void giveBack(JobEngine engine) {
        if (engine.getClass().getClassLoader() == PROGRAM) {
            IN_USE.set(false);
        }
    }

    private static JobEngine load(ClassLoader classes) {
        return ServiceLoader.load(JobEngine.class, classes).findFirst().orElseThrow();
    }

    /** Loads jbatch and what stands on it anew from the program's class path; all else is the program's. */
    private static final class OwnClasses extends ClassLoader {
        OwnClasses() {
            super(PROGRAM);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("com.ibm.jbatch.") && !name.startsWith("org.headroom.runtime.jbatch.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            try (@Nullable InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
