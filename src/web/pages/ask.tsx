// Ask: every question the record can answer, as a sentence with blanks.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Head } from '../parts/head.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { cutSentence, hintOf } from '../question/sentence.ts'
import { askQuestions, type ShownQuestion } from '../record.ts'
import styles from './ask.module.css'

export function AskPage(): ReactNode {
  return (
    <>
      <Head
        title="Ask"
        lead="Each question is a sentence with blanks. Each answer says what it was chosen from, what could not have been seen, and which sentences it stands on."
      />
      <Loaded query={useQuery(askQuestions)} what="the questions">
        {(questions) => (
          <ul className={styles.questions}>
            {questions
              .filter((question) => question.name !== 'check')
              .map((question) => (
                <li key={question.name}>
                  <Link to="/ask/$name" params={{ name: question.name }} search={{}} data-row>
                    <h2>{question.title}</h2>
                    <Sentence question={question} />
                  </Link>
                </li>
              ))}
          </ul>
        )}
      </Loaded>
    </>
  )
}

function Sentence({ question }: { question: ShownQuestion }): ReactNode {
  return (
    <p>
      {cutSentence(question.sentence).map((piece, i) =>
        'words' in piece ? (
          piece.words
        ) : (
          <i key={i}>{hintOf(piece.field, question.input.properties?.[piece.field] ?? {})}</i>
        ),
      )}
    </p>
  )
}
