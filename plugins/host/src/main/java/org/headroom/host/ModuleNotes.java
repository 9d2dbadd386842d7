package org.headroom.host;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.RecordNote;

/**
 * What a module has to say of records, asked so that a module that fails or hangs harms nothing but its own notes.
 *
 * @param notes in the module's order; empty when it failed
 * @param failure why there are none, in one sentence without a full stop; empty when the module answered
 */
public record ModuleNotes(List<RecordNote> notes, String failure) {

    /** Asks a module, for no longer than it may take to read its layers. */
    public static ModuleNotes of(InstalledModule installed, ModuleContext context, ModuleLimits limits) {
        try {
            List<RecordNote> notes = LooseThread.start(
                            () -> List.copyOf(installed.module().notes(context)))
                    .get(limits.bind().toNanos(), TimeUnit.NANOSECONDS);
            return new ModuleNotes(notes, "");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new ModuleNotes(List.of(), "the module failed to tell what it leaves out: " + FailureText.of(cause));
        } catch (TimeoutException e) {
            return new ModuleNotes(
                    List.of(),
                    "the module took longer to tell what it leaves out than limits.moduleBindSeconds allows");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
