/**
 * The order of trials. A {@link pokemon.experiment.plan.TrialSequence} runs a plan, repeats what failed, and estimates
 * the time left.
 */
package pokemon.experiment.plan;
