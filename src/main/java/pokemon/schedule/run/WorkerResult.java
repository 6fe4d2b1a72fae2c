package pokemon.schedule.run;

/**
 * What one worker did in a run.
 *
 * @param worker its number, from 0
 * @param images how many images it saved
 * @param bytes their size together
 * @param busyNanos time spent on images, failed attempts included
 * @param idleNanos the rest of the run: the time before and after it was there, its start, waiting for work, waiting
 *     for others to finish
 * @param processes how many child JVMs it used one after another; 0 for a thread
 */
public record WorkerResult(int worker, int images, long bytes, long busyNanos, long idleNanos, int processes) {}
