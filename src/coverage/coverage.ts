/** What of the topics is in the course, and where. */
import type { Form, Topic } from './topics.ts';

/** One place in which a topic is met in one form. */
export interface Meeting {
  topic: string;
  form: Form;
  /** What the link to it says. */
  title: string;
  /** From the root, without the base path. */
  href: string;
}

export interface Coverage {
  topic: Topic;
  /** Its forms in the order of the list, each with the places where it is met; without a place it is owed. */
  forms: { form: Form; meetings: Meeting[] }[];
}

/** @param meetings in any order; one for a topic or a form that is not on the list is somebody's extra, and is left out */
export function coverageOf(topics: readonly Topic[], meetings: readonly Meeting[]): Coverage[] {
  const byTopic = Map.groupBy(meetings, ({ topic }) => topic);
  return topics.map((topic) => {
    const own = byTopic.get(topic.id) ?? [];
    return { topic, forms: topic.forms.map((form) => ({ form, meetings: own.filter((meeting) => meeting.form === form) })) };
  });
}

/** The forms of a topic that nothing in the course has yet. */
export function owed({ forms }: Coverage): Form[] {
  return forms.flatMap(({ form, meetings }) => (meetings.length === 0 ? [form] : []));
}
