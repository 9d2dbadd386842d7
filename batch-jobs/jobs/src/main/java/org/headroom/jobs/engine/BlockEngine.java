package org.headroom.jobs.engine;

import java.util.List;
import org.headroom.jobs.step.BlockRange;

/**
 * Has parts of a step done in other processes, which may be on other machines. A scheduler and nothing more: what a part is, how it is done and what
 * becomes of it is told by Headroom, so the result does not depend on it. Safe for several threads.
 */
public interface BlockEngine extends AutoCloseable {
    /**
     * Has other processes begin, as there will be work for them soon; does not wait for them. Work may be begun without it.
     *
     * @param request what the run was asked for, with which each of them may call {@link org.headroom.jobs.night.PartWorker#prepare}
     * @throws org.headroom.model.HeadroomException when nobody answers at the address
     */
    void prepare(byte[] request);

    /**
     * Has parts done, in any order. For each, some process has to call {@link org.headroom.jobs.night.PartWorker#carryOut} with the same order
     * and a name for the attempt that no other attempt ever has. A part whose process died is to be done again under another name; it may
     * also be done twice at once, as each attempt writes to files of its own.
     *
     * @param order what the parts belong to, to be handed on as it is
     * @param step id of the step
     * @param parts runs of blocks
     * @param receiver told of each part, on any thread
     * @return the work under way
     * @throws org.headroom.model.HeadroomException when nothing can be begun, as when nobody answers at the address
     */
    Work begin(byte[] order, String step, List<BlockRange> parts, Receiver receiver);

    /** Lets go of other processes and machines. */
    @Override
    void close();

    /** Is told what becomes of the parts. Returns at once. */
    interface Receiver {
        /**
         * A part was done.
         *
         * @param result what the worker gave for it
         */
        void done(byte[] result);

        /** The work has ended without all parts: a part failed again and again, or the engine itself did. */
        void failed(Throwable cause);
    }

    /** Work under way. */
    interface Work {
        /** Begins no more parts and gives up those that are under way; does not wait for them. */
        void cancel();
    }
}
