/** A label of the head with its value. */
import type { FlowLine } from '../../text/flowline.js';
import type { Label } from '../labels.js';

export interface Field {
  label: Label;
  value: string;
  lines: FlowLine[];
}
